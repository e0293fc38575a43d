package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.util.List;

/** One thing the doctor looks at. It changes nothing on the machine. */
interface Check {
    /** One finding or more; none when the configuration does without the thing. */
    List<Finding> look(Machine machine, Config config);
}
