/** Asks before anything is committed, whoever writes: no caller can forget to. */
import type { LibraryDatabase, Statement } from './connection.ts';

type Transact = LibraryDatabase['transaction'];

/**
 * Makes every transaction and every statement that writes outside of one ask first.
 * @param ask throws when nothing may be written now; the transaction is rolled back then.
 */
export function guardWrites(database: LibraryDatabase, ask: () => void): void {
  const transact: Transact = database.transaction.bind(database);
  const prepare = database.prepare.bind(database);
  const execute = database.exec.bind(database);
  const askOutside = (): void => {
    if (!database.inTransaction) ask();
  };

  Object.assign(database, {
    transaction: ((run: (...args: unknown[]) => unknown) =>
      transact((...args: unknown[]) => {
        ask();
        const result = run(...args);
        // Again: what the transaction did took time, and this is the last moment at which it can be taken back.
        ask();
        return result;
      })) as Transact,
    prepare(sql: string) {
      const statement = prepare(sql) as Statement<unknown>;
      if (!statement.readonly) guardStatement(statement, askOutside);
      return statement;
    },
    exec(sql: string) {
      askOutside();
      return execute(sql);
    },
  });
}

function guardStatement(statement: Statement<unknown>, ask: () => void): void {
  const run = statement.run.bind(statement);
  const get = statement.get.bind(statement);
  const all = statement.all.bind(statement);
  Object.assign(statement, {
    run: (...args: unknown[]) => (ask(), run(...args)),
    get: (...args: unknown[]) => (ask(), get(...args)),
    all: (...args: unknown[]) => (ask(), all(...args)),
  });
}
