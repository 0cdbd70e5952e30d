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

import { createBackend } from '@backstage/backend-defaults';
import { portal } from './portal';

const backend = createBackend();

backend.add(portal);
backend.add(import('@basewell/plugin-databases-backend'));
backend.add(import('@basewell/plugin-catalog-backend-module-databases'));
backend.add(import('@basewell/plugin-scaffolder-backend-module-databases'));

backend.start();
