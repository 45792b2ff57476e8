/** What the compiler does not see: privacy, the lockdown, and how this code is written. */
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';

const syntax = (selector, message) => ({ selector, message });

/** Holds for every file; blocks below add to it, because a rule set twice is replaced, not merged. */
const everywhere = [
  syntax(
    ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration, ClassDeclaration)[id.name=/^(Document|Event|Highlight|Comment|Range|Selection)$/]',
    'These are DOM globals: a forgotten import would compile to the wrong type.',
  ),
  syntax('ExportDefaultDeclaration', 'Export by name.'),
  syntax(
    "MemberExpression[object.name='crashReporter']",
    'A crash dump holds the text of documents and the key.',
  ),
];

/** What is shipped; tests do these things to see them refused. */
const shipped = [
  ...everywhere,
  syntax(
    'MemberExpression[property.name=/^(openExternal|openPath|addRecentDocument|startDrag|downloadURL|print|printToPDF|addWordToSpellCheckerDictionary)$/]',
    'Leaves traces or leaves the program (security notes, leak channels).',
  ),
  syntax(
    'Property[key.name=/^(webSecurity|sandbox|contextIsolation)$/] > Literal.value[value=false]',
    'Opens the cage of a page (docs/lockdown.md).',
  ),
  syntax(
    'Property[key.name=/^(nodeIntegration|nodeIntegrationInWorker|nodeIntegrationInSubFrames|webviewTag|allowRunningInsecureContent|experimentalFeatures|plugins|navigateOnDragDrop|enableWebSQL)$/] > Literal.value[value=true]',
    'Opens the cage of a page (docs/lockdown.md).',
  ),
  syntax(
    "Property[key.name='enableBlinkFeatures']",
    'Opens the cage of a page (docs/lockdown.md).',
  ),
];

/** A method, called by its name or by a string. */
const calling = (names) =>
  `CallExpression > MemberExpression.callee:matches([property.name=/^(${names})$/], [property.value=/^(${names})$/])`;
const saying = (pattern) =>
  `:matches(Literal[value=/${pattern}/i], TemplateElement[value.raw=/${pattern}/i])`;

/** Ways for a database to leave its encryption. */
const plainText = [
  syntax(
    calling('serialize|backup|loadExtension'),
    'Gives or writes the database in plain text; VACUUM INTO is the way to copy it.',
  ),
  syntax(
    saying('(^|[\\s;])attach(\\s|$)'),
    'ATTACH with an empty key makes a database in plain text.',
  ),
  syntax(
    saying('\\b((hex|text)?rekey|hexkey|textkey)\\b'),
    'An empty rekey decrypts the file, and other notations of a key are taken for passphrases: see connection.ts.',
  ),
];

const core = [
  ...shipped,
  ...plainText,
  syntax(
    calling('rekey'),
    'Only connection.ts gives keys, because an empty one decrypts the file.',
  ),
];

const renderer = [
  ...core,
  syntax('JSXText[value=/\\p{L}/u]', 'Words of the interface come from i18n.'),
  syntax(
    'JSXAttribute[name.name=/^(title|alt|placeholder|aria-label|aria-description|label)$/] > Literal[value=/\\p{L}/u]',
    'Words of the interface come from i18n.',
  ),
  syntax(
    ":matches(JSXAttribute[name.name='dangerouslySetInnerHTML'], AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/], MemberExpression[property.name='insertAdjacentHTML'])",
    'Text of documents is never parsed as HTML.',
  ),
  syntax(
    "JSXAttribute[name.name='type'] > Literal[value='file']",
    'Chromium writes the last folder to its preferences; ask for the native dialog of main.',
  ),
];

const tests = [
  ...everywhere,
  syntax(
    "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    'Wait for what is meant, not for a time.',
  ),
  syntax("MemberExpression[property.name='waitForTimeout']", 'Wait for what is meant.'),
  syntax(
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|fixme)$/]',
    'Finish it.',
  ),
];

const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'undici', 'ws'];
const noNetwork = {
  regex: `^(node:)?(${networkModules.join('|')})(/.*)?$`,
  message: 'Kartoteka does not use the network.',
};
const noPrograms = {
  regex: '^(node:)?(child_process|cluster|worker_threads)$',
  message:
    'Another program or thread has a network; main/linux-screen-lock.ts is the one exception.',
};
const noDriver = {
  group: ['better-sqlite3'],
  message: 'core/library/connection.ts is the only file that names the driver.',
};
const noSleep = {
  group: ['node:timers/promises', 'timers/promises'],
  message: 'Wait for what is meant.',
};
const noRawIpc = {
  group: ['electron'],
  importNames: [
    'ipcMain',
    'ipcRenderer',
    'autoUpdater',
    'crashReporter',
    'net',
    'netLog',
    'Notification',
    'safeStorage',
    'shell',
  ],
  message: 'IPC goes through main/ipc/handle.ts and the preloads; the rest is never used.',
};
const noPdfReader = {
  group: ['pdfjs-dist/*'],
  importNames: ['getDocument', 'PDFWorker', 'GlobalWorkerOptions', 'PDFDataRangeTransport'],
  message: 'The interface reads no PDF; a drawing cage does (docs/decisions/007).',
};
const imports = (...patterns) => ['error', { patterns: [noDriver, ...patterns] }];

const storesAndNetwork = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore',
];

export default defineConfig(
  globalIgnores([
    'out',
    'dist',
    'node_modules',
    'demo-output',
    'test-results',
    'playwright-report',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.web.json', 'tests/e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 500],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-restricted-imports': imports(),
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A handler may be asynchronous because its contract is.
      '@typescript-eslint/require-await': 'off',
      // Slow, and of little use here: no enums, hardly a class, and editors strike through what is deprecated.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...core],
      'no-restricted-imports': imports(noNetwork, noPrograms, noRawIpc),
      'no-restricted-globals': ['error', ...storesAndNetwork],
      'no-restricted-properties': [
        'error',
        ...storesAndNetwork.flatMap((property) =>
          ['window', 'globalThis', 'self'].map((object) => ({ object, property })),
        ),
        { object: 'navigator', property: 'sendBeacon' },
        { object: 'navigator', property: 'storage' },
      ],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-syntax': ['error', ...renderer],
      // Warns that the React compiler skips a component; the compiler is not used.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ignores: ['src/renderer/{drawing,extractor}/**'],
    rules: {
      'no-restricted-imports': imports(noNetwork, noPrograms, noRawIpc, noPdfReader),
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...tests],
      'no-restricted-imports': imports(noSleep),
      // An assertion that fails is what a test is for, and what it reads back is of any type.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['scripts/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/core/library/connection.ts'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...everywhere, ...plainText],
    },
  },
  {
    // Compares with SQLite without a key; nothing else may.
    files: ['bench/plain-database.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/main/linux-screen-lock.ts', 'src/main/no-programs.ts'],
    rules: { 'no-restricted-imports': imports(noNetwork, noRawIpc) },
  },
  {
    files: ['src/main/ipc/handle.ts', 'src/preload/*.ts', 'src/main/no-network.ts'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
    },
  },
);
