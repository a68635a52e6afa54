/** The switches a packaged application honours: how it is drawn, never how it is guarded. */
const harmless: ReadonlySet<string> = new Set([
  'disable-gpu',
  'force-device-scale-factor',
  'ozone-platform',
  'ozone-platform-hint',
]);

/** Chromium's own: no name is looked up, no proxy asked, nothing fetched in the background. */
export const offlineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
];

/**
 * The switches on a command line that a packaged application refuses to start with, such as `no-sandbox`,
 * `remote-debugging-port` or `js-flags`. Some of them have worked before any line of ours runs, so taking them back
 * would come too late.
 * @param argv the arguments after the program
 */
export function refusedSwitches(argv: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const end = argv.indexOf('--');
  const prefix = platform === 'win32' ? /^(?:--|-|\/)(?=.)/u : /^--?(?=.)/u;
  return (end === -1 ? argv : argv.slice(0, end))
    .filter((argument) => prefix.test(argument))
    .map((argument) => argument.replace(prefix, '').split('=', 1)[0]?.toLowerCase() ?? '')
    .filter((name) => !harmless.has(name));
}
