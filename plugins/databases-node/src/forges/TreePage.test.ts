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

import { TreePage } from './TreePage';

const entries = [
  { path: 'a.yaml', type: 'blob' },
  { path: 'apps-old', type: 'tree' },
  { path: 'apps-old/one.yaml', type: 'blob' },
  { path: 'apps', type: 'tree' },
  { path: 'apps/dev', type: 'tree' },
  { path: 'apps/dev/one.yaml', type: 'blob' },
  { path: 'apps/link.yaml', type: 'blob' },
  { path: 'z', type: 'tree' },
  { path: 'z/part', type: 'tree' },
];

describe('TreePage', () => {
  it.each([
    { folder: '', names: ['a.yaml', 'apps-old/', 'apps/', 'z/'] },
    { folder: 'apps', names: ['dev/', 'link.yaml'] },
    { folder: 'apps/dev', names: ['one.yaml'] },
    { folder: 'z/part', names: [] },
    { folder: 'a.yaml', names: undefined },
    { folder: 'app', names: undefined },
    { folder: 'none', names: undefined },
  ])('lists "$folder" of a whole tree', ({ folder, names }) => {
    const page = new TreePage(entries, false);
    expect(page.covers(folder)).toBe(true);
    expect(page.names(folder)).toEqual(names);
  });

  it.each([
    { folder: 'apps', covered: true, reason: 'something came after it' },
    { folder: 'apps/dev', covered: true, reason: 'so did here' },
    { folder: 'apps-old', covered: true, reason: 'another folder came after' },
    { folder: '', covered: false, reason: 'more of the root may follow' },
    { folder: 'z', covered: false, reason: 'the page ends in it' },
    { folder: 'z/part', covered: false, reason: 'the page ends with it' },
    { folder: 'zz', covered: false, reason: 'it may follow' },
    { folder: 'none', covered: true, reason: 'it would have come before' },
    { folder: 'apps/none', covered: true, reason: 'so would this' },
    { folder: 'z/other', covered: true, reason: 'and this' },
    { folder: 'z/zone', covered: false, reason: 'it may follow' },
  ])('covers "$folder" of a cut tree: $covered ($reason)', item => {
    expect(new TreePage(entries, true).covers(item.folder)).toBe(item.covered);
  });
});

describe('TreePage.mayHave', () => {
  it.each([
    { path: 'apps/link.yaml', whole: true, cut: true, reason: 'it is there' },
    { path: 'apps', whole: false, cut: false, reason: 'it is a folder' },
    { path: 'CODEOWNERS', whole: false, cut: false, reason: 'it sorts before' },
    { path: 'apps/no.yaml', whole: false, cut: false, reason: 'so does this' },
    { path: 'z/part/a.yaml', whole: false, cut: true, reason: 'it may follow' },
    { path: 'zz.yaml', whole: false, cut: true, reason: 'so may this' },
  ])('$path: $reason', ({ path, whole, cut }) => {
    expect(new TreePage(entries, false).mayHave(path)).toBe(whole);
    expect(new TreePage(entries, true).mayHave(path)).toBe(cut);
  });
});
