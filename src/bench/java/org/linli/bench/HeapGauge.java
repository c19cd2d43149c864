package org.linli.bench;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Measures what lives in the heap of another JVM on this machine. */
final class HeapGauge implements AutoCloseable {
  private final JMXConnector connector;
  private final MemoryMXBean memory;

  private HeapGauge(JMXConnector connector, MemoryMXBean memory) {
    this.connector = connector;
    this.memory = memory;
  }

  static HeapGauge of(long pid) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
    try {
      String address = machine.startLocalManagementAgent();
      JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
      return new HeapGauge(
          connector,
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class));
    } finally {
      machine.detach();
    }
  }

  /** The bytes that survive a full collection, made now. */
  long liveBytes() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }
}
