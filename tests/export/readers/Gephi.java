import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens each file in Gephi as its user would, and prints a line of JSON of what it then holds. */
public final class Gephi {
    public static void main(String[] files) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        for (String file : files) {
            out.println(held(new File(file)));
        }
        out.flush();
        System.exit(0);
    }

    private static String held(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importing = Lookup.getDefault().lookup(ImportController.class);
        Container container = importing.importFile(file);
        container.getLoader().setAllowAutoNode(false);
        container.closeLoader();
        List<String> issues = issues(container.getReport());
        importing.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        List<String> labels = new ArrayList<>();
        List<String> spells = new ArrayList<>();
        for (Node node : model.getGraph().getNodes()) {
            labels.add(pair(String.valueOf(node.getId()), text(String.valueOf(node.getLabel()))));
            spells.addAll(spells(node));
        }
        double weight = 0;
        for (Edge edge : model.getGraph().getEdges()) {
            weight += edge.getWeight();
            spells.addAll(spells(edge));
        }
        return "{" + pair("nodes", model.getGraph().getNodeCount() + "")
            + "," + pair("edges", model.getGraph().getEdgeCount() + "")
            + "," + pair("weight", weight + "")
            + "," + pair("warnings", "[" + String.join(",", issues) + "]")
            + "," + pair("labels", "{" + String.join(",", labels) + "}")
            + "," + pair("spells", "[" + String.join(",", spells) + "]")
            + "," + pair("node_attributes", counts(model.getNodeTable(), model.getGraph().getNodes().toArray()))
            + "," + pair("edge_attributes", counts(model.getEdgeTable(), model.getGraph().getEdges().toArray())) + "}";
    }

    private static List<String> issues(Report report) {
        List<String> found = new ArrayList<>();
        Iterator<Issue> each = report.getIssues(Integer.MAX_VALUE);
        while (each.hasNext()) {
            Issue issue = each.next();
            if (issue.getLevel() != Issue.Level.INFO) {
                found.add(text(issue.getLevel() + ": " + issue.getMessage()));
            }
        }
        return found;
    }

    private static List<String> spells(Element element) {
        List<String> found = new ArrayList<>();
        if (element.getTable().getColumn("timeset") != null && element.getTable().getColumn("timeset").getTypeClass() != IntervalSet.class) {
            return found;
        }
        Interval[] intervals = element.getIntervals();
        for (Interval interval : intervals == null ? new Interval[0] : intervals) {
            found.add("[" + millis(interval.getLow()) + "," + millis(interval.getHigh()) + "]");
        }
        return found;
    }

    private static String millis(double time) {
        return Double.isInfinite(time) ? "null" : String.valueOf((long) time);
    }

    private static String counts(Table table, Element[] elements) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Column column : table) {
            if (column.isProperty()) {
                continue;
            }
            for (Element element : elements) {
                if (element.getAttribute(column) != null) {
                    counts.merge(column.getTitle(), 1, Integer::sum);
                }
            }
        }
        List<String> pairs = new ArrayList<>();
        counts.forEach((title, count) -> pairs.add(pair(title, String.valueOf(count))));
        return "{" + String.join(",", pairs) + "}";
    }

    private static String pair(String name, String json) {
        return text(name) + ":" + json;
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char sign : value.toCharArray()) {
            quoted.append(sign < 32 || sign > 126 || sign == '"' || sign == '\\' ? String.format("\\u%04x", (int) sign) : sign);
        }
        return quoted.append('"').toString();
    }
}
