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

import { formatEnvelope, parseEnvelope, pathData } from './envelope';

describe('the envelope of a value', () => {
  const text = 'ENC[AES256_GCM,data:YWI=,iv:Y2Q=,tag:ZWY=,type:str]';

  it('is written as it is read', () => {
    expect(formatEnvelope(parseEnvelope(text)!)).toBe(text);
  });

  it.each([
    ['no data', text.replace('YWI=', '')],
    ['base64 without padding', text.replace('YWI=', 'YWI')],
    ['another algorithm', text.replace('AES256_GCM', 'AES128_GCM')],
    ['something before it', ` ${text}`],
    ['something behind it', `${text} `],
    ['a missing tag', text.replace(',tag:ZWY=', '')],
  ])('is not recognized with %s', (_, malformed) => {
    expect(parseEnvelope(malformed)).toBeUndefined();
  });
});

describe('pathData', () => {
  it.each([
    [['stringData', 'password'], 'stringData:password:', 'keys'],
    [['data', '0', 'a'], 'data:0:a:', 'a key that is a number stays in'],
    [['a:b', 'c'], 'a:b:c:', 'a colon is not escaped'],
    [['data', ''], 'data::', 'an empty key'],
    [[], ':', 'a comment at the top'],
  ])('%j is %j: %s', (path, expected) => {
    expect(pathData(path)).toBe(expected);
  });
});
