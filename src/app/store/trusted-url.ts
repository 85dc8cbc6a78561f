type PolicyFactory = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => string;
  };
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;

/** The one Trusted Types policy: scripts only from this origin. */
const policy = factory?.createPolicy('app', { createScriptURL: sameOrigin });

function sameOrigin(url: string): string {
  const { origin, protocol } = new URL(url, location.href);
  // the protocol too: a blob: address has the origin of the page that made it
  if (origin !== location.origin || protocol !== location.protocol)
    throw new TypeError(`a script from elsewhere: ${url}`);
  return url;
}

/** A script address that may be given to `new Worker` and to service-worker registration. */
export const trustedUrl = (url: string): string => (policy ?? { createScriptURL: sameOrigin }).createScriptURL(url);
