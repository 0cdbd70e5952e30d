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

import { spawnSync } from 'node:child_process';
import { StepError } from '../toolchain/StepError.mjs';

/** Since 1.21 Go fetches the newer Go that a module asks for. */
const OLDEST = [1, 21];

/**
 * Stops with clear words when there is no usable Go.
 */
export function requireGo() {
  const { stdout, error } = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (error) {
    throw new StepError(
      'Go is not installed, and the test servers are built with it.\n' +
        'What to do: install Go 1.26 or newer (your system\'s package "golang" may do) and run npm run tools again,\n' +
        'or put the servers on PATH, or name them: BASEWELL_SOPS, BASEWELL_GITEA, BASEWELL_KUSTOMIZE, KUBEBUILDER_ASSETS.',
    );
  }
  const [major, minor] = /go(\d+)\.(\d+)/.exec(stdout).slice(1).map(Number);
  if (major === OLDEST[0] && minor < OLDEST[1]) {
    throw new StepError(
      `Go ${major}.${minor} cannot fetch the Go that the test servers need.\n` +
        'What to do: install Go 1.26 or newer and run npm run tools again.',
    );
  }
}
