/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { finding, violation } from '../messages';
import { Severity } from '../model';
import { matchGlob } from '../yaml/matchGlob';
import {
  FileFinding,
  FileRule,
  FileRuleOptions,
  FileStage,
  FileViolation,
} from './FileRule';
import { FileWaiver } from './FileWaiver';
import { InspectedTree } from './InspectedTree';

/** Speaks of the waivers themselves; it is no rule of its own to waive. */
const WAIVERS = 'waivers';

/**
 * Asks the rules of a stage about files. A waiver in a `.basewell.yaml` covers what
 * lies at and below its folder; one that is incomplete, has run out or names no rule
 * covers nothing, and is a finding itself.
 *
 * @returns in the order of files and lines, those with a waiver included.
 * @public
 */
export function evaluateFiles(
  rules: readonly FileRule[],
  tree: InspectedTree,
  options: FileRuleOptions & { readonly stage: FileStage },
): readonly FileFinding[] {
  const today = options.now.slice(0, 10);
  const waivers = tree.files.flatMap(file => file.waivers ?? []);
  const ids = rules.map(({ id }) => id);
  const valid = waivers.filter(waiver => !problemOf(waiver, ids, today));
  const examples = new Set(
    tree.files.filter(({ isExample }) => isExample).map(({ path }) => path),
  );
  const findings = rules
    .filter(({ stages }) => stages.includes(options.stage))
    .flatMap(rule =>
      rule
        .check(tree, options)
        .filter(({ place }) => rule.evenInExamples || !examples.has(place.path))
        .map(violated => toFinding(rule.id, rule.severity, violated, valid)),
    );
  const complaints = waivers.flatMap(waiver => {
    const problem = problemOf(waiver, ids, today);
    return problem ? [toFinding(WAIVERS, 'error', problem, [])] : [];
  });
  return [...findings, ...complaints].sort(
    (one, other) =>
      compare(one.place.path, other.place.path) ||
      one.place.line - other.place.line ||
      compare(one.rule, other.rule),
  );
}

function toFinding(
  rule: string,
  severity: Severity,
  { place, ...violated }: FileViolation,
  waivers: readonly FileWaiver[],
): FileFinding {
  const waiver = waivers.find(
    candidate => candidate.rule === rule && covers(candidate, place.path),
  );
  const { waiver: _, ...found } = finding(rule, severity, violated);
  return {
    ...found,
    place,
    ...(waiver && {
      waiver: {
        reason: waiver.reason,
        owner: waiver.owner,
        until: waiver.until,
      },
    }),
  };
}

function covers({ config, path: pattern }: FileWaiver, path: string): boolean {
  const folder = config.replace(/[^/]*$/, '');
  return (
    path.startsWith(folder) && matchGlob(pattern, path.slice(folder.length))
  );
}

function problemOf(
  waiver: FileWaiver,
  known: readonly string[],
  today: string,
): FileViolation | undefined {
  const { config, line, rule, until } = waiver;
  const missing = (
    ['rule', 'path', 'reason', 'owner', 'until'] as const
  ).filter(field => waiver[field] === '');
  const place = { path: config, line };
  const evidence = [{ object: config, field: `line ${line}` }];
  if (missing.length || !isDay(until)) {
    const fields = missing.length ? missing : ['until'];
    const params = { path: config, fields };
    return { ...violation('fileWaivers.incomplete', params), place, evidence };
  }
  if (!known.includes(rule)) {
    const params = { path: config, waived: rule, known };
    return { ...violation('fileWaivers.unknownRule', params), place, evidence };
  }
  if (until < today) {
    const params = { path: config, waived: rule, until };
    const severity = 'warning' as const;
    return {
      ...violation('fileWaivers.expired', params),
      severity,
      place,
      evidence,
    };
  }
  return undefined;
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(new Date(text).getTime())
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
