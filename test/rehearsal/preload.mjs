import http from 'node:http';
import https from 'node:https';
import { registerHooks, syncBuiltinESMExports } from 'node:module';

// Loaded before AWS's runtime client, by --import: the environment stays exactly that of the template, which leaves no way
// to name endpoints. So what would go to AWS, Twilio or the parameter extension goes to the stand-ins, with the host it
// was meant for in a header. `?cloud=` of this module's own URL says where they are.
const cloud = new URL(new URL(import.meta.url).searchParams.get('cloud'));
const extensionPort = '2773';
const plain = http.request;

const toCloud = (options, answered) => {
  const { agent: _agent, host, hostname = host, headers, port, ...rest } = options;
  const meant = String(port ?? '') === extensionPort ? `extension:${port}` : hostname;
  return plain(
    {
      ...rest,
      protocol: 'http:',
      hostname: cloud.hostname,
      port: cloud.port,
      headers: { ...headers, 'x-meant-for': meant },
    },
    answered,
  );
};

https.request = toCloud;
http.request = (options, answered) =>
  String(options?.port ?? '') === extensionPort ? toCloud(options, answered) : plain(options, answered);
syncBuiltinESMExports();

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier.endsWith('rapid-client.node')
      ? { url: new URL('./plain-http-client.mjs', import.meta.url).href, format: 'module', shortCircuit: true }
      : nextResolve(specifier, context),
});
