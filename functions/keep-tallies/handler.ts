import { once } from '../../shared/platform/once.ts';
import { connectKeepTallies } from './connect.ts';

const keepTallies = once(() => connectKeepTallies(process.env));

export const handler = async (event: unknown) => (await keepTallies())(event);
