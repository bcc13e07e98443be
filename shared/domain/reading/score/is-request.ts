import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

const asks = new Set('could can would will may might pourriez pouvez pourrais peux peut pouvons'.split(' '));
const tells = new Set(
  'put log record note mark write enter add register save jot pencil stick noter mettre inscrire marquer enregistrer ajouter ecrire consigner saisir'.split(
    ' ',
  ),
);
/** Whether a question only asks us to keep the number: "could you put me down for a 4?" */
export const isRequest = (text: ScoreText, number: NumberSpan): boolean => {
  let told = false;
  for (let at = number.from - 1; at >= Math.max(0, number.from - 12); at -= 1) {
    const token = text.tokens[at];
    if (token?.sentence !== text.tokens[number.from]?.sentence) return false;
    if (tells.has(token?.text ?? '')) told = true;
    if (told && asks.has(token?.text ?? '')) return true;
  }
  return false;
};
