const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** @throws Error when it could be read as something else than a name by a program or a file system */
export function requireSecretName(name: string): string {
  if (!NAME.test(name)) throw new Error(`Not a name of a secret: ${name}`);
  return name;
}
