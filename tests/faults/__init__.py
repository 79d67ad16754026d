"""What goes wrong with databases and disks, done to real ones: one clear line each, and a second load completes."""
