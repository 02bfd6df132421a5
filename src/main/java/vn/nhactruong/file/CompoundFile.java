package vn.nhactruong.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names inside a compound file, the container of Office until 2003, as Microsoft's
 * specification MS-CFB lays it out. A file cut short ends in an
 * {@link IndexOutOfBoundsException}, one that leads in circles or far away in an
 * {@link IllegalArgumentException} or {@link ArithmeticException}.
 */
final class CompoundFile {

	private static final int HEADER = 512;

	private static final int ENTRY = 128;

	private static final int IN_HEADER = 109;

	private final ByteBuffer bytes;

	private final int sectorSize;

	private final List<Integer> allocation = new ArrayList<>();

	private final List<Entry> entries = new ArrayList<>();

	private final Set<String> top = new HashSet<>();

	private CompoundFile(byte[] content) {
		this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		int shift = this.bytes.getShort(30);
		if (shift != 9 && shift != 12) {
			throw new IllegalArgumentException("sector shift " + shift);
		}
		this.sectorSize = 1 << shift;
		readAllocation();
		readEntries();
		readTop();
	}

	static CompoundFile read(Path file) throws IOException {
		return new CompoundFile(Files.readAllBytes(file));
	}

	/** Whether the document itself has a part of this name. */
	boolean has(String name) {
		return this.top.contains(name.toLowerCase(Locale.ROOT));
	}

	/** Whether it or anything embedded has. */
	boolean hasAnywhere(String name) {
		return this.entries.stream().anyMatch((entry) -> entry.name().equals(name.toLowerCase(Locale.ROOT)));
	}

	/** The sectors that say which sector follows which. */
	private void readAllocation() {
		int count = this.bytes.getInt(44);
		if (count > this.bytes.capacity() / this.sectorSize) {
			throw new IllegalArgumentException("more allocating sectors than sectors");
		}
		for (int i = 0; i < Math.min(count, IN_HEADER); i++) {
			this.allocation.add(this.bytes.getInt(76 + 4 * i));
		}
		int more = this.bytes.getInt(68);
		int perSector = this.sectorSize / 4 - 1;
		while (this.allocation.size() < count) {
			int start = position(more);
			for (int i = 0; i < perSector && this.allocation.size() < count; i++) {
				this.allocation.add(this.bytes.getInt(start + 4 * i));
			}
			more = this.bytes.getInt(start + 4 * perSector);
		}
	}

	private void readEntries() {
		Set<Integer> seen = new HashSet<>();
		for (int sector = this.bytes.getInt(48); sector >= 0; sector = following(sector)) {
			if (!seen.add(sector)) {
				throw new IllegalArgumentException("directory in a circle");
			}
			for (int at = position(sector); at < position(sector) + this.sectorSize; at += ENTRY) {
				this.entries.add(entry(at));
			}
		}
	}

	private Entry entry(int at) {
		int length = Math.max(0, this.bytes.getShort(at + 64) - 2);
		byte[] name = new byte[Math.min(length, 62)];
		this.bytes.get(at, name);
		return new Entry(new String(name, StandardCharsets.UTF_16LE).toLowerCase(Locale.ROOT),
				this.bytes.getInt(at + 68), this.bytes.getInt(at + 72), this.bytes.getInt(at + 76));
	}

	/** The names right below the root, which are kept as a tree of neighbours. */
	private void readTop() {
		Set<Integer> seen = new HashSet<>();
		Deque<Integer> next = new ArrayDeque<>(List.of(this.entries.get(0).child()));
		while (!next.isEmpty()) {
			int index = next.pop();
			if (index >= 0 && seen.add(index)) {
				Entry entry = this.entries.get(index);
				this.top.add(entry.name());
				next.push(entry.left());
				next.push(entry.right());
			}
		}
	}

	private int following(int sector) {
		int perSector = this.sectorSize / 4;
		return this.bytes.getInt(position(this.allocation.get(sector / perSector)) + 4 * (sector % perSector));
	}

	private int position(int sector) {
		return Math.addExact(Math.max(HEADER, this.sectorSize), Math.multiplyExact(sector, this.sectorSize));
	}

	private record Entry(String name, int left, int right, int child) {
	}

}
