import { describe, expect } from 'vitest';
import { operations, refusalOf, roles } from '../../../../shared/domain/desk/authorise.ts';
import { eventOf, lee, sam, withAna, withFour, word } from '../../../support/ana-at-desk.ts';
import { onCommandLineOnly, requests, showsWords } from '../../../support/desk-page-requests.ts';
import { it } from '../../../support/engine.ts';

describe('who may do what on the page', () => {
  it.for(roles.flatMap((role) => [false, true].map((lets) => ({ role, lets }))))(
    'is as everywhere: $role, CLINIC YES: $lets',
    async ({ role, lets }, { table }) => {
      const { service, desk, allow, trail } = await withAna(table);
      await service.text('chest pain');
      await withFour(service);
      if (lets) await allow();
      const actor = role === 'staff' ? sam : lee;
      const event = await eventOf(table);
      const browser = desk.browserOf(actor);
      const tried: string[] = [];
      for (const operation of operations) {
        const ask = requests[operation];
        if (ask) tried.push(operation);
      }
      expect([...tried, ...onCommandLineOnly].sort()).toEqual([...operations].sort());
      for (const [operation, ask] of Object.entries(requests)) {
        const name = operations.find((one) => one === operation) ?? 'find';
        const refusal = refusalOf(role, name, lets);
        const before = (await trail()).length;
        const response = await ask(browser, event);
        const text = await response.text();
        expect(response.status === 403, operation).toBe(refusal !== undefined);
        expect(response.status < 400, operation).toBe(refusal === undefined);
        expect(text.includes(word), operation).toBe(showsWords.includes(operation) && !refusal);
        const lines = (await trail()).slice(before).filter((line) => line['operation'] === operation);
        expect(lines, operation).toMatchObject([{ who: actor.name, role, ...(refusal ? { refused: refusal } : {}) }]);
      }
    },
  );
});
