import { createHmac } from 'node:crypto';

/** `X-Twilio-Signature` of a form post: the URL without its fragment, then every field by name (docs/facts.md#a2). */
export const twilioSignature = (authToken: string, url: string, form: Readonly<Record<string, string>>): string => {
  const fields = Object.keys(form)
    .sort()
    .map((name) => `${name}${form[name]}`)
    .join('');
  return createHmac('sha1', authToken)
    .update(`${url.replace(/#.*$/, '')}${fields}`, 'utf8')
    .digest('base64');
};
