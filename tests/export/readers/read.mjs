// Opens each file with the reader that its name calls for, and prints a line of JSON of what it then holds.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import cytoscape from "cytoscape";
import { MultiGraph, MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { DOMParser } from "@xmldom/xmldom";

const warnings = [];
for (const way of ["warn", "error"]) console[way] = (...words) => warnings.push(words.join(" "));
globalThis.DOMParser ??= DOMParser;

const READERS = {
  ".gexf": (text) => fromGraphology(gexf.parse(MultiDirectedGraph, text, { respectInputGraphType: true })),
  ".graphml": (text) => fromGraphology(graphml.parse(MultiDirectedGraph, text)),
  ".undirected-graphml": (text) => fromGraphology(graphml.parse(MultiGraph, text)),
  ".cyjs": (text) => fromCytoscape(cytoscape({ headless: true, elements: JSON.parse(text).elements })),
};

function fromGraphology(graph) {
  const nodes = graph.mapNodes((id, values) => [id, values]);
  return told(nodes, graph.mapEdges((id, values) => values));
}

function fromCytoscape(drawn) {
  const nodes = drawn.nodes().map((node) => [node.id(), node.data()]);
  return told(nodes, drawn.edges().map((edge) => edge.data()));
}

function told(nodes, edges) {
  return {
    nodes: nodes.length,
    edges: edges.length,
    weight: edges.reduce((sum, values) => sum + (values.weight ?? 1), 0),
    labels: Object.fromEntries(nodes.map(([id, values]) => [id, values.label])),
    node_attributes: counts(nodes.map(([, values]) => values)),
    edge_attributes: counts(edges),
  };
}

function counts(all) {
  const found = {};
  for (const values of all) for (const name of Object.keys(values)) found[name] = (found[name] ?? 0) + 1;
  return found;
}

for (const file of process.argv.slice(2)) {
  warnings.length = 0;
  const read = READERS[extname(file)](readFileSync(file, "utf8"));
  console.log(JSON.stringify({ ...read, warnings: [...warnings] }));
}
