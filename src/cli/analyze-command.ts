import { basename } from 'node:path';
import { type AnalysisSettings, DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import { analyze } from '#core/analyze/analyze.ts';
import { seeRecording } from '#core/analyze/see-recording.ts';
import { analysisJson } from './analysis-json.ts';
import { analysisReport } from './analysis-report.ts';
import { planSource } from './plan-source.ts';
import { inputName, readRecording } from './read-input.ts';
import { readingWarnings, warn } from './warnings.ts';

export interface AnalyzeOptions {
  readonly inputPath: string;
  /** Thresholds that are not the default ones. */
  readonly settings: Partial<AnalysisSettings>;
  /** The whole analysis as a JSON document, instead of a report. */
  readonly asJson: boolean;
  readonly strict: boolean;
}

/** Says what a recording is about, as lines for the standard output. Warnings go to the standard error. Throws `Failure`. */
export async function analyzeCommand({ inputPath, settings, asJson, strict }: AnalyzeOptions): Promise<string[]> {
  const input = await readRecording(inputPath, { strict, wantsSha256: asJson });
  const { recording } = input;
  for (const warning of readingWarnings(inputName(inputPath), recording.report)) warn(warning);
  const analysis = analyze(seeRecording(recording, 'asciinema'), { ...DEFAULT_ANALYSIS, ...settings });
  if (!asJson) return analysisReport(basename(inputName(inputPath)), recording, analysis);
  return analysisJson(planSource(inputPath, input), recording, analysis).trimEnd().split('\n');
}
