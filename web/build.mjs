// Builds the furniture of the pages: checks the types, bundles the script, writes the stylesheets and the fonts, each with its hash
// in the name, and a manifest from logical names to files.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const require = createRequire(import.meta.url);
const manifest = {};

async function put(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const end = extname(name);
  const file = `${name.slice(0, -end.length)}.${hash}${end}`;
  await writeFile(join(dist, file), bytes);
  manifest[name] = file;
  return file;
}

/** The font faces of a package's stylesheet, for the wanted subsets, with hashed woff2 files beside them. */
async function fonts(packageName, weight, subsets) {
  const sheet = require.resolve(`${packageName}/${weight}.css`);
  const faces = (await readFile(sheet, "utf8")).match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const wanted = [];
  for (const face of faces) {
    const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(face)?.[1];
    if (!file || !subsets.some((subset) => file.includes(`-${subset}-${weight}-`))) continue;
    const served = await put(file, await readFile(join(dirname(sheet), "files", file)));
    wanted.push(face.replace(/src:[^;]+;/, `src: url(./${served}) format("woff2");`));
  }
  if (wanted.length !== subsets.length) throw new Error(`${packageName}: expected ${subsets}, found ${wanted.length} faces`);
  return wanted.join("\n");
}

async function bundle(entry, options = {}) {
  const result = await build({
    entryPoints: [join(here, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    ...options,
  });
  return result.outputFiles[0].text;
}

async function minify(css) {
  const result = await build({
    stdin: { contents: css, loader: "css" },
    external: ["*.woff2"],
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome111", "firefox113", "safari16.4"],
  });
  return result.outputFiles[0].text;
}

execFileSync(process.execPath, [join(dirname(require.resolve("typescript/package.json")), "bin", "tsc"), "-p", here], {
  stdio: "inherit",
});
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const faces = [];
for (const weight of [400, 600]) {
  faces.push(await fonts("@fontsource/be-vietnam-pro", weight, ["vietnamese", "latin-ext", "latin"]));
  faces.push(await fonts("@fontsource/noto-sans-devanagari", weight, ["devanagari"]));
}
const css = await readFile(join(here, "src", "site.css"), "utf8");
await put("site.css", await minify(`${faces.join("\n")}\n${css}`));
await put("file.css", await minify(css));
await put("upload.js", await bundle("upload.ts", { format: "iife" }));
await put("icon.svg", await readFile(join(here, "src", "icon.svg")));
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
