import type { WebBackend } from './plain-deps.ts';

/** Connects to AWS when the first page needs it: somebody who opens the start page waits for no database client. */
export const backendOnDemand = (backend: () => Promise<WebBackend>): WebBackend => ({
  diary: { readEnrolled: async (...of) => (await backend()).diary.readEnrolled(...of) },
  held: {
    readConsents: async (...of) => (await backend()).held.readConsents(...of),
    readTips: async (...of) => (await backend()).held.readTips(...of),
    readCohort: async (...of) => (await backend()).held.readCohort(...of),
    readAskedCode: async (...of) => (await backend()).held.readAskedCode(...of),
  },
  limits: { take: async (...of) => (await backend()).limits.take(...of) },
  visits: {
    put: async (...of) => (await backend()).visits.put(...of),
    list: async (...of) => (await backend()).visits.list(...of),
    find: async (...of) => (await backend()).visits.find(...of),
    end: async (...of) => (await backend()).visits.end(...of),
    reopen: async (...of) => (await backend()).visits.reopen(...of),
    endAll: async (...of) => (await backend()).visits.endAll(...of),
    recordView: async (...of) => (await backend()).visits.recordView(...of),
  },
  enrolment: {
    signUpByEmail: async (...of) => (await backend()).enrolment.signUpByEmail(...of),
    readConfirmation: async (...of) => (await backend()).enrolment.readConfirmation(...of),
    confirm: async (...of) => (await backend()).enrolment.confirm(...of),
    readConfirmed: async (...of) => (await backend()).enrolment.readConfirmed(...of),
    canUnsubscribe: async (...of) => (await backend()).enrolment.canUnsubscribe(...of),
    unsubscribe: async (...of) => (await backend()).enrolment.unsubscribe(...of),
  },
  actOnPage: async (...of) => (await backend()).actOnPage(...of),
  changeSettings: async (...of) => (await backend()).changeSettings(...of),
  erase: async (...of) => (await backend()).erase(...of),
});
