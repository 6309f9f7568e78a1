import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the one stylesheet from its Sass sources while the project is built: source, load path, result. */
final class Stylesheet {
  public static void main(String[] paths) throws Exception {
    try (var sass = SassCompilerFactory.bundled()) {
      sass.setLoadPaths(List.of(new File(paths[1])));
      sass.setOutputStyle(OutputStyle.COMPRESSED);
      sass.setQuietDeps(true);
      sass.setEmitCharset(true);
      var css = sass.compileFile(new File(paths[0])).getCss();
      var result = Path.of(paths[2]);
      Files.createDirectories(result.getParent());
      Files.writeString(result, css);
    }
  }
}
