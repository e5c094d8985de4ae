import { expect, it } from 'vitest';
import { castText } from '#testing/recordings.ts';
import { isPlanText } from './plan-text.ts';

it.each([
  '{}',
  ' {"idle_cap": 2}',
  '{"version":1,"cuts":[]}',
  '{"title":"x","holds":[]}',
  '{"version":1,"title":"x"}',
  '{"cutz":1,"markers":[]}',
])('%s is a plan', (text) => expect(isPlanText(text)).toBe(true));

it.each([
  '',
  'buy milk',
  '[1,2]',
  '{"cuts":[',
  '{"name":"a-package","version":"1.0.0"}',
  '{"version":2,"width":80,"height":24,"title":"x"}',
  '{"version":3,"term":{"cols":80,"rows":24}}',
  '{"version":1,"stdout":[]}',
  castText('a@1'),
])('%j is none', (text) => expect(isPlanText(text)).toBe(false));
