// Which way imports may go: checked in `npm test` (test/imports), drawn by `npm run picture`. Types count.
// When rooms move, this is the list to change.

const rooms = {
  /** Decides, and knows of nothing outside itself. */
  domain: '^shared/domain/',
  /** What the domain takes all the same: pure functions of Node's, and what the content build wrote for it. */
  domainMayUse: '^(shared/domain/|content/compiled/|crypto$|node:crypto$)',
  /** What is deployed, and what deploys it. */
  deployed: '^(functions|shared|infra|content)/',
  /** What is not. */
  undeployed: '^(local|bench|test)/',
};

/** Style, mark, headers and forms of people's pages: they know nothing of anybody. */
const clothes =
  '^functions/web/(pages/(page-style\\.ts|brand\\.tsx)|security-headers\\.ts|posted-form\\.ts|browser-language\\.ts)$';
/** What people read on those pages, which a card and a packet for a reviewer say too. */
const words = '^functions/web/pages/(texts/|text-link\\.ts$|qr-path\\.ts$|spoken\\.ts$)';
/** The card of a code and the month's report, which the page shows and the command line writes into a file. */
const printed = '^functions/desk/(cards|report)/';

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'two files that need each other are one, or a third is missing',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-deployed-needs-a-laptop',
      comment: 'local/ and the tests use what is deployed, never the other way',
      severity: 'error',
      from: { path: rooms.deployed },
      to: { path: rooms.undeployed },
    },
    {
      name: 'nothing-needs-the-command-line',
      comment: 'operator/ is a door to shared/use-cases/desk: what it does, every door does',
      severity: 'error',
      from: { pathNot: '^(operator|test)/' },
      to: { path: '^operator/' },
    },
    {
      name: 'the-command-line-speaks-to-a-service',
      comment:
        'operator/ reaches npm start as it reaches an account, from outside; what it prints says what the pages say, in their words',
      severity: 'error',
      from: { path: '^operator/' },
      to: {
        path: '^(functions|infra|local|bench|test)/',
        pathNot: [words, printed],
      },
    },
    {
      name: 'the-domain-stands-alone',
      comment: 'no SDK, no store, no provider, no environment: what it needs to know is handed to it',
      severity: 'error',
      from: { path: rooms.domain },
      to: { pathNot: rooms.domainMayUse },
    },
    {
      name: 'shared-knows-no-function',
      comment: 'shared/ is what functions are made of',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra)/' },
    },
    {
      name: 'functions-know-no-other-function',
      comment: 'what two of them need belongs into shared/; but the staff page wears the clothes of the pages',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', clothes, words] },
    },
    {
      name: 'only-the-desk-dresses-as-the-pages',
      comment: 'a function that needs more than style and headers of another needs a room in shared/',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/(desk|web)/' },
      to: { path: [clothes, words] },
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^data:' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    // Names that people read in the source of the picture too.
    reporterOptions: { mermaid: { minify: false } },
  },
};
