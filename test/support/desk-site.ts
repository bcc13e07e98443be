import { deskDeps } from '../../functions/desk/deps.ts';
import type { DeskDeps } from '../../functions/desk/desk-deps.ts';
import { createDeskSite } from '../../functions/desk/desk-site.ts';
import { beginSession, formTokenOf, type Session, sealSession } from '../../functions/desk/session.ts';
import { openIdClient } from '../../local/open-id-stand-in.ts';
import type { Actor } from '../../shared/domain/desk/authorise.ts';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import type { Channel } from '../../shared/domain/people/subscriber.ts';
import type { OutgoingMail } from '../../shared/providers/ses/send-mail.ts';
import { parseErasureJob, parseSendJob } from '../../shared/providers/sqs/job-queue.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { withDeadLetters } from './dead-letter-sqs.ts';
import { secrets, settings } from './deployment.ts';
import { recordingSqs } from './recording-sqs.ts';
import type { Service } from './replies.ts';

interface Options {
  /** Where there is one channel only. */
  readonly onlyChannel?: Channel;
  readonly readers?: RedFlagReaders;
  /** The provider of the sign-in; one that nobody asks unless given. */
  readonly issuer?: string;
  readonly publicBaseUrl?: string;
  readonly clientSecret?: string;
  readonly groupsClaim?: string;
  readonly scope?: string;
  /** Bodies of what was given up, by queue. */
  readonly failed?: Readonly<Record<string, readonly string[]>>;
}

/** The staff page over the same table, clock, log and erasure queue as a service. */
export const deskSiteOver = (table: Table, service: Service, options: Options = {}) => {
  const { readers = 'nobody', issuer = 'https://login.example.org', clientSecret } = options;
  const publicBaseUrl = options.publicBaseUrl ?? settings.publicBaseUrl;
  let drawn = 0;
  const [texts, mails]: [string[], OutgoingMail[]] = [[], []];
  const runtime = {
    clock: service.clock,
    randomBytes: (length: number) => {
      drawn += 1;
      return new Uint8Array(length).fill(drawn);
    },
    print: () => {},
  };
  const { client: sqs, redriven } = withDeadLetters(
    recordingSqs({
      queued: (url, body) => {
        if (url === settings.emailQueue) service.jobs.push(parseSendJob(body));
        else service.erasures.push(parseErasureJob(body));
      },
    }),
    options.failed ?? {},
  );
  const deps: DeskDeps = deskDeps(
    {
      table,
      secrets: { ...secrets, ...(clientSecret === undefined ? {} : { deskClientSecret: clientSecret }) },
      sqs,
      listSuppressed: async () => new Set(['gone@example.org']),
      http: async (_url, { body = '' }) => {
        texts.push(body);
        return Response.json({ sid: `SM${texts.length}` }, { status: 201 });
      },
      openMail: async () => ({
        send: async (mail) => {
          mails.push(mail);
          return { kind: 'accepted', providerId: 'x' };
        },
      }),
      log: (_level, event, fields = {}) => {
        service.logged.push({ event, fields });
      },
    },
    {
      erasureQueue: settings.erasureQueue,
      ...(options.onlyChannel === 'email' ? {} : { smsQueue: settings.smsQueue }),
      ...(options.onlyChannel === 'sms' ? {} : { emailQueue: settings.emailQueue }),
      smsSegmentsAMonth: settings.smsSegmentsAMonth,
      emailsAMonth: settings.emailsAMonth,
      publicBaseUrl,
      contact: settings.contact,
      onlyChannel: options.onlyChannel,
      ...(options.onlyChannel === 'email'
        ? {}
        : { smsNumber: settings.smsNumber, twilioAccount: settings.twilioAccount, twilioUrl: settings.twilioUrl }),
      ...(options.onlyChannel === 'sms'
        ? {}
        : {
            mailFrom: settings.mailFrom,
            replyAddress: settings.replyAddress,
            configurationSet: settings.configurationSet,
          }),
      redFlagReaders: readers,
      deskIssuer: issuer,
      deskClientId: openIdClient.clientId,
      deskScope: options.scope ?? 'openid',
      deskGroupsClaim: options.groupsClaim ?? 'groups',
      deskStaffGroup: openIdClient.staffGroup,
      deskClinicianGroup: openIdClient.clinicianGroup,
    },
    runtime,
  );
  const site = createDeskSite(deps);
  const cookieName = publicBaseUrl.startsWith('https:') ? '__Host-desk' : 'desk';
  return {
    deps,
    site,
    redriven,
    /** Bodies of what was asked of Twilio, and what was given to SES. */
    texts,
    mails,
    cookieName,
    /** A browser in which somebody has signed in now. */
    browserOf: (actor: Actor) => {
      const session: Session = beginSession(actor, deps.randomBytes, deps.clock.now());
      const cookie = `${cookieName}=${sealSession(deps.keys, session)}`;
      const token = formTokenOf(deps.keys, session);
      const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
        site.request(`${publicBaseUrl}${path}`, { ...init, headers: { cookie, ...init.headers } });
      return {
        cookie,
        token,
        ask,
        get: (path: string) => ask(path),
        post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
          ask(path, { method: 'POST', body: new URLSearchParams({ token, ...fields }) }),
        /** Brings a list of people, as a browser sends a file. */
        bring: (list: string | Uint8Array<ArrayBuffer>, code = '') => {
          const form = new FormData();
          for (const [name, value] of Object.entries({ token, code })) form.set(name, value);
          form.set('list', new File([list], 'people.csv', { type: 'text/csv' }));
          return ask('/desk/list', { method: 'POST', body: form });
        },
      };
    },
  };
};

export type DeskBrowser = ReturnType<ReturnType<typeof deskSiteOver>['browserOf']>;
