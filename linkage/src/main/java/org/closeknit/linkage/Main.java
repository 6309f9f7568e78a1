package org.closeknit.linkage;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Links CSV files of people's records: which records are one person. */
@Command(
    name = "linkage",
    sortOptions = false,
    description = "Finds which records in one or two CSV files are of one person.")
public final class Main implements Runnable {
  private static final int BAD_INPUT = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "A CSV file with a header and a column record_id; give one or two.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Written: record_id,entity_id for every record.")
  private Path output = Path.of("clusters.csv");

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "Written: left_id,right_id,weight,probability for pairs worth a look.")
  private List<Path> pairs = List.of();

  @Option(names = "--link-only", description = "No input holds a person twice.")
  private boolean linkOnly;

  @Option(
      names = "--join",
      paramLabel = "sure|likely",
      defaultValue = "sure",
      description = "Join what needs no human (sure), or all at probability .5 and more (likely).")
  private String join = "sure";

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "OURS=THEIRS",
      description = "Which column is which: given_name=first_name,family_name=surname")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns to leave out.")
  private List<String> ignored = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to score with; all processors if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--explain",
      paramLabel = "LEFT,RIGHT",
      description = "Prints why two records are, or are not, one person.")
  private String explain = "";

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Written with --explain: the same as a waterfall in SVG.")
  private List<Path> pictures = List.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  private boolean help;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, arguments));
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    CommandLine command = new CommandLine(new Main());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    command.setParameterExceptionHandler(Main::usage);
    command.setExecutionExceptionHandler(Main::failed);
    return command.execute(arguments);
  }

  private static int usage(ParameterException e, String[] arguments) {
    e.getCommandLine().getErr().println("linkage: " + e.getMessage() + " (see --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof BadInput) {
      command.getErr().println("linkage: " + e.getMessage());
      return BAD_INPUT;
    }
    throw e;
  }

  @Override
  public void run() {
    check();
    Summary summary = new Summary(spec.commandLine().getErr());
    List<List<Person>> people = load();
    summary.done("load", people.stream().mapToInt(List::size).sum() + " records");
    Rows rows = Rows.of(people);
    summary.done("prepare", "");
    Model model = Model.train(rows);
    summary.done("train", "");
    Linking.Predicted predicted = Linking.predict(model, people, rows, options());
    summary.done("predict", predicted.scored().size() + " pairs");
    Map<String, String> entities = predicted.entities();
    summary.done("cluster", new HashSet<>(entities.values()).size() + " entities");
    write(entities, predicted);
    if (!explain.isEmpty()) {
      explain(Explained.of(explain, predicted));
    }
    summary.end();
  }

  private void explain(Explanation explanation) {
    spec.commandLine().getOut().print(Explained.text(explanation));
    spec.commandLine().getOut().flush();
    for (Path path : pictures) {
      try {
        Files.writeString(path, explanation.waterfall());
      } catch (IOException e) {
        throw new BadInput("the picture cannot be written: " + e.getMessage());
      }
    }
  }

  private void check() {
    if (inputs.size() > 2) {
      throw usage("--input may be given once or twice");
    }
    if (!join.equals("sure") && !join.equals("likely")) {
      throw usage("--join is sure or likely");
    }
    if (threads < 1) {
      throw usage("--threads is 1 or more");
    }
    if (pairs.size() > 1) {
      throw usage("--pairs may be given once");
    }
    if (explain.isEmpty() && !pictures.isEmpty()) {
      throw usage("--picture goes with --explain");
    }
    if (!explain.isEmpty() && explain.indexOf(',') < 0) {
      throw usage("--explain takes two record ids with a comma between");
    }
    for (String name : columns.keySet()) {
      if (!Columns.isKnown(name)) {
        throw usage("--columns: there is no field " + name);
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<List<Person>> load() {
    Columns known = new Columns(columns, Set.copyOf(ignored));
    List<List<Person>> people = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (int i = 0; i < inputs.size(); i++) {
      String prefix = inputs.size() == 1 ? "" : i == 0 ? "A:" : "B:";
      RecordFile.Contents file = new RecordFile(inputs.get(i), known, prefix).read();
      known
          .unknown(file.header())
          .forEach(name -> spec.commandLine().getErr().println("left out: column " + name));
      found.addAll(file.header());
      people.add(file.people());
    }
    List<String> missing = known.missing(found);
    if (!missing.isEmpty()) {
      throw new BadInput("no input has the column " + missing.getFirst());
    }
    return people;
  }

  private Linking.Options options() {
    Linking.Join by = join.equals("sure") ? Linking.Join.SURE : Linking.Join.LIKELY;
    return new Linking.Options(by, linkOnly, threads);
  }

  private void write(Map<String, String> entities, Linking.Predicted predicted) {
    try {
      LinkedFiles.entities(output, entities);
      for (Path path : pairs) {
        LinkedFiles.pairs(path, predicted.pairs());
      }
    } catch (IOException e) {
      throw new BadInput("the output cannot be written: " + e.getMessage());
    }
  }
}
