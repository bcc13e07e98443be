import * as z from 'zod';
import { languages } from '../domain/subscriber.ts';

// The form on the landing page, its fields each by itself: a wrong one is named beside it.

export const form = z.record(z.string(), z.unknown());

/** RFC 5321 allows an address 254 characters; nothing else is as long. */
export const field = z.string().regex(/^.{0,254}$/s);
export const email = z.email();
export const language = z.enum(languages);
