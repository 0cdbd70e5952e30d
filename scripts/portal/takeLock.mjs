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

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StepError } from '../toolchain/StepError.mjs';
import { demoFolder } from './demoFolder.mjs';

/**
 * Makes sure that one start at a time works on this clone. A lock whose process
 * is gone is taken over.
 *
 * @param {typeof demoFolder} [folder]
 * @returns {() => void} gives the lock back
 */
export function takeLock(folder = demoFolder) {
  const file = folder.path('lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) {
      throw new StepError(
        `npm start is running already in this clone (process ${holder}). ` +
          'Use its portal, or stop it with Ctrl-C there and run this again.',
      );
    }
    rmSync(file, { force: true });
  }
  throw new StepError(
    `Two starts took turns with ${file}; run this again, once.`,
  );
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
