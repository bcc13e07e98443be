const answerOf = async (response) => {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `the service answered ${response.status}`);
  return answer;
};

export const get = async (path) => answerOf(await fetch(`/_local/${path}`));

export const post = async (path, body) =>
  answerOf(
    await fetch(`/_local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Hands a raw mail to the service, as SES would have received it. */
export const postMail = async (raw) =>
  answerOf(
    await fetch('/_local/inbound-email', { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body: raw }),
  );
