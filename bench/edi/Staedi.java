import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file with StAEDI, every element as text; prints the median CPU milliseconds of five rounds after warming up. */
public class Staedi {
  public static void main(String[] args) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    var threads = ManagementFactory.getThreadMXBean();
    double[] times = new double[5];
    long sum = 0;
    for (int round = -2; round < 5; round++) {
      long start = threads.getCurrentThreadCpuTime();
      EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) if (reader.next() == EDIStreamEvent.ELEMENT_DATA) sum += reader.getText().length();
      if (round >= 0) times[round] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(times);
    System.out.println(times[2] + " " + sum);
  }
}
