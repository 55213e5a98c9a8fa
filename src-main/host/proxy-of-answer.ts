/**
 * The first proxy that we can speak to in the system's answer, or null for a direct connection.
 *
 * @example
 * proxyOfAnswer('PROXY proxy.example:3128; DIRECT'); // 'http://proxy.example:3128'
 */
export function proxyOfAnswer(answer: string): string | null {
  const [first = ''] = answer.split(';').map((one) => one.trim());
  const [kind = '', place = ''] = first.split(/\s+/);
  if (place === '') return null;
  if (kind === 'PROXY') return `http://${place}`;
  return kind === 'HTTPS' ? `https://${place}` : null;
}
