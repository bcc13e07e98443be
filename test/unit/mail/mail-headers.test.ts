import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerHeaders, noticeHeaders, tipHeaders } from '../../../shared/mails/mail-headers.ts';

describe('the headers of a tip', () => {
  it('let mail programs unsubscribe with one click, and ask machines to be silent', () => {
    const headers = tipHeaders({
      unsubscribeUrl: 'https://backbeat.example/unsubscribe/abc',
      replyTo: 'reply+abc@backbeat.example',
    });
    expect(headers).toEqual({
      'List-Unsubscribe':
        '<https://backbeat.example/unsubscribe/abc>, <mailto:reply+abc@backbeat.example?subject=unsubscribe>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': 'Backbeat tips <tips.backbeat.example>',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'x-ms-reactions': 'disallow',
    });
  });
});

describe('the headers of an answer', () => {
  it('put it under what it answers', () => {
    expect(answerHeaders({ inReplyTo: '<2@x>', references: '<0@x> <1@x>' })).toEqual({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'x-ms-reactions': 'disallow',
      'In-Reply-To': '<2@x>',
      References: '<0@x> <1@x> <2@x>',
    });
  });

  it('stand without a thread when the mail had no id', () => {
    expect(answerHeaders({ inReplyTo: undefined, references: '<0@x>' })).toEqual({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'x-ms-reactions': 'disallow',
    });
  });

  it('are what SES takes, whatever stood in the mail (docs/facts.md#b1)', () => {
    const id = fc.string({ minLength: 1, maxLength: 300 }).map((text) => `<${text}@x>`);
    const junk = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(id, junk), fc.array(fc.oneof(id, junk), { maxLength: 15 }), (inReplyTo, references) => {
        for (const value of Object.values(answerHeaders({ inReplyTo, references: references.join(' ') }))) {
          expect(value).toMatch(/^[\x20-\x7e]{1,995}$/);
        }
      }),
    );
  });
});

describe('the headers of a notice', () => {
  it('ask machines to be silent', () => {
    expect(noticeHeaders()).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'x-ms-reactions': 'disallow',
    });
  });
});
