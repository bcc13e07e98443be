import { once } from '../../shared/platform/once.ts';
import { connectKeepTallies } from './connect.ts';

const keepTallies = once(() => connectKeepTallies(process.env));

/** The function that Lambda calls with a window of the table's stream; it connects once per environment. */
export const handler = async (event: unknown) => (await keepTallies())(event);
