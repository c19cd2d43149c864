package org.linli.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Measures what lives in the heap of another JVM on this machine, one with the G1 collector. What
 * counts is what the collection itself found to live, not what was in use when it was asked later:
 * threads that go on fill whole regions meanwhile.
 */
final class HeapGauge implements AutoCloseable {
  private static final String COLLECTOR = "G1 Old Generation";
  private static final String HEAP_POOLS = "G1 ";

  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final GarbageCollectorMXBean full;

  private HeapGauge(JMXConnector connector, MemoryMXBean memory, GarbageCollectorMXBean full) {
    this.connector = connector;
    this.memory = memory;
    this.full = full;
  }

  static HeapGauge of(long pid) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
    try {
      String address = machine.startLocalManagementAgent();
      JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      return new HeapGauge(
          connector,
          ManagementFactory.newPlatformMXBeanProxy(
              beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class),
          ManagementFactory.newPlatformMXBeanProxy(
              beans,
              ManagementFactory.GARBAGE_COLLECTOR_MXBEAN_DOMAIN_TYPE + ",name=" + COLLECTOR,
              GarbageCollectorMXBean.class));
    } finally {
      machine.detach();
    }
  }

  /** The bytes that survive a full collection, made now. */
  long liveBytes() {
    long before = full.getCollectionCount();
    // While a thread is within native code that holds an array, the request is passed over.
    do {
      memory.gc();
    } while (full.getCollectionCount() == before);
    GcInfo last = full.getLastGcInfo();
    return last.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> pool.getKey().startsWith(HEAP_POOLS))
        .map(Map.Entry::getValue)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }
}
