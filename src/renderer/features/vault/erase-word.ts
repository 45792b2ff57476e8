/** Whether the word that confirms the erasing was typed. Capitals do not matter: there may be little time. */
export function isEraseWord(typed: string, word: string): boolean {
  return typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
}
