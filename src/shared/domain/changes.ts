/** What a command changes; what is undefined or left out stays as it is. */
export type Changes<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined };
