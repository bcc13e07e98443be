import { type CodeStore, createCodeStore } from '../store/code-store.ts';
import { type CohortStore, createCohortStore } from '../store/cohort-store.ts';
import { type ConfirmationMailStore, createConfirmationMailStore } from '../store/confirmation-mail-store.ts';
import { type ConsentStore, createConsentStore } from '../store/consent-store.ts';
import { createDiaryStore, type DiaryStore } from '../store/diary-store.ts';
import type { Table } from '../store/dynamodb-table.ts';
import { createLimitStore, type LimitStore } from '../store/limit-store.ts';
import { createPersonStore, type PersonStore } from '../store/person-store.ts';
import { createSubscriberStore, type SubscriberStore } from '../store/subscriber-store.ts';
import { createTipStore, type TipStore } from '../store/tip-store.ts';
import { createVisitStore, type VisitStore } from '../store/visit-store.ts';
import { createWithdrawalStore, type WithdrawalStore } from '../store/withdrawal-store.ts';

/** The repositories that answering somebody needs. */
export interface ReplyStores {
  readonly persons: PersonStore;
  readonly subscribers: SubscriberStore;
  readonly diary: DiaryStore;
  readonly consents: ConsentStore;
  readonly tips: TipStore;
  readonly confirmationMails: ConfirmationMailStore;
  readonly withdrawals: WithdrawalStore;
  readonly limits: LimitStore;
  readonly visits: VisitStore;
  readonly codes: Pick<CodeStore, 'find' | 'countJoin'>;
  readonly cohorts: CohortStore;
}

/** The repositories over a table. */
export const createReplyStores = (table: Table): ReplyStores => ({
  persons: createPersonStore(table),
  subscribers: createSubscriberStore(table),
  diary: createDiaryStore(table),
  consents: createConsentStore(table),
  tips: createTipStore(table),
  confirmationMails: createConfirmationMailStore(table),
  withdrawals: createWithdrawalStore(table),
  limits: createLimitStore(table),
  visits: createVisitStore(table),
  codes: createCodeStore(table),
  cohorts: createCohortStore(table),
});
