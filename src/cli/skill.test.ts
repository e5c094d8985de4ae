import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '#core/plan/parse-plan.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const skill = read('src/skills/castfold/SKILL.md');
const [, example = ''] = /```json\n(.+?)```/s.exec(skill) ?? [];

describe('the skill for language models', () => {
  it('names itself as its folder, and says in one line what it is for', () => {
    expect(skill).toMatch(/^---\nname: castfold\ndescription: .{80,1024}\n---\n/);
  });

  it('shows a plan', () => {
    expect(parsePlan(example).speedRegions).toHaveLength(1);
  });

  it('explains the keys that its plan has, which are those that edit', () => {
    const { properties } = JSON.parse(read('public/plan.schema.json')) as { properties: object };
    const keys = Object.keys(JSON.parse(example) as object).filter((key) => key !== 'version');
    expect([...skill.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key)).toEqual(keys);
    expect(
      Object.keys(properties)
        .filter((key) => key !== 'version' && key !== 'source')
        .sort(),
    ).toEqual(keys.sort());
  });

  it('is in the package, with the files that it names', () => {
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    const named = [...skill.matchAll(/`((?:docs|public)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named).toHaveLength(3);
    for (const path of ['src/skills/castfold/SKILL.md', ...named]) {
      expect(read(path)).not.toBe('');
      expect(files.some((shipped) => path === shipped || path.startsWith(`${shipped}/`))).toBe(true);
    }
  });
});
