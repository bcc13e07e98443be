/** The credentials of the function's role are not where Lambda puts them. The message contains none of them. */
export class NoCredentialsError extends Error {
  override readonly name = 'NoCredentialsError';
}

/**
 * Takes the place of `@aws-sdk/credential-provider-node` in what is deployed (infra/esbuild-bundle.ts). Lambda hands the role's
 * credentials over in the environment, so the SDK's search through SSO, STS, files and instance metadata never happens
 * there; left in, it is 135 KB of each bundle, a third of the text webhook's.
 * @throws NoCredentialsError when a client first signs, if the environment has none
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new NoCredentialsError('AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing');
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
