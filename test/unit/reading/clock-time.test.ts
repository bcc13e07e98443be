import { describe, expect, it } from 'vitest';
import { readClockTime } from '../../../shared/domain/reading/command/clock-time.ts';

describe('a time of day', () => {
  it.each([
    ['7:30pm', '19:30'],
    ['7:30 pm', '19:30'],
    ['7.30 pm', '19:30'],
    ['7 : 30 p.m.', '19:30'],
    ['19:30', '19:30'],
    ['19h30', '19:30'],
    ['19h', '19:00'],
    ['8 heures', '08:00'],
    ['7pm', '19:00'],
    ['7:30', '07:30'],
    ['0930', '09:30'],
    ['8', '08:00'],
    ["8 o'clock", '08:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:07 am', '00:07'],
    ['noon', '12:00'],
    ['midi', '12:00'],
    ['midnight', '00:00'],
    ['minuit', '00:00'],
  ])('%j is %s', (text, time) => {
    expect(readClockTime(text)).toBe(time);
  });

  it.each(['24:00', '25', '7:60', '13pm', '0am', '7:3', 'seven', '', '7:30:15', '-7', '7-8', '12345'])(
    '%j is none',
    (text) => {
      expect(readClockTime(text)).toBeUndefined();
    },
  );
});
