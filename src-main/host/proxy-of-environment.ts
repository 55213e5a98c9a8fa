type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, or null: HTTPS_PROXY or HTTP_PROXY by the address's scheme, unless
 * NO_PROXY names its host or a domain above it.
 *
 * @example
 * proxyOfEnvironment('https://national.example/', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.local' }); // 'http://proxy:3128'
 */
export function proxyOfEnvironment(address: string, environment: Environment): string | null {
  const { protocol, hostname, port } = new URL(address);
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || '';
  const proxy = read(protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  if (proxy === '' || hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]') return null;
  const excepted = read('NO_PROXY')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  const isExcepted = excepted.some((one) => {
    if (one === '*') return true;
    const [name = '', only] = one.split(':');
    const bare = name.replace(/^\*?\./, '');
    return (only === undefined || only === port) && (hostname === bare || hostname.endsWith(`.${bare}`));
  });
  return isExcepted ? null : proxy;
}
