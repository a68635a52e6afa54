/** The scheme from which everything the window shows comes; registered before the application is ready. */
export const appScheme = 'app';
/** The one host of that scheme. */
export const appHost = 'desk';
/** The only origin that may load, send messages or be requested. */
export const appOrigin = `${appScheme}://${appHost}`;
/** The page the window opens. */
export const appPage = `${appOrigin}/index.html`;

/** What the scheme may do: be an origin of its own, secure, and answer `fetch`. Nothing else. */
export const appSchemePrivileges = { standard: true, secure: true, supportFetchAPI: true } as const;

/** Whether an address lies in the application itself: its scheme, its host, no port, no user. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === '';
}
