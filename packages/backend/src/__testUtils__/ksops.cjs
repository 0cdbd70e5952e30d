#!/usr/bin/env node
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

/*
 * What KSOPS does, as a KRM function: it reads a ResourceList whose function
 * config names encrypted files, and answers with what is in them. KSOPS itself
 * is no Go module that can be built here.
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { parse, parseAllDocuments, stringify } = require('yaml');

const { functionConfig } = parse(readFileSync(0, 'utf8'));
const items = functionConfig.files.flatMap(file =>
  parseAllDocuments(
    execFileSync(process.env.BASEWELL_SOPS, ['decrypt', file], {
      encoding: 'utf8',
    }),
  ).map(document => document.toJS()),
);
process.stdout.write(
  stringify({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items,
  }),
);
