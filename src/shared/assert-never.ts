/**
 * Closes a switch over a union: the compiler refuses the call while a `kind` is left out.
 * @throws Error always; it can only be reached when data from outside was not validated.
 */
export function assertNever(value: never): never {
  const kind = (value as { kind?: unknown } | null)?.kind;
  throw new Error(`Unexpected kind: ${typeof kind === 'string' ? kind : typeof value}`);
}
