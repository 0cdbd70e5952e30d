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

/**
 * The embedded demo estate: its forge, its sign-in and its permission policy.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { demoPlugin } from './forge/demoPlugin';
import { demoPolicyModule } from './portal/demoPolicyModule';
import { demoSignInModule } from './portal/demoSignInModule';

export {
  createDemoForge,
  type DemoForge,
  type DemoForgeMerge,
  type DemoForgeOptions,
  type DemoRepositorySeed,
} from './forge/createDemoForge';
export { demoUsers, type DemoUser } from './forge/DemoUser';

/** @public */
export default createBackendFeatureLoader({
  loader: () => [demoPlugin, demoSignInModule, demoPolicyModule],
});
