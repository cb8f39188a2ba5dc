using System.Runtime.InteropServices;

namespace ProgramReview.Crash.Child;

/// <summary>
/// The file system beneath SQLite, watched: it knows what has been synced, so that it can say what a disk holds after the power has failed.
/// Two functions of SQLite's own file system are replaced by ones that look and pass on; the store above is the one that users run.
/// </summary>
internal static unsafe class Disk
{
    private const int Ok = 0;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int SyncFailed = 10 | (4 << 8);
    private const int ReadWrite = 0x2;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, DiskFile> Files = [];
    private static readonly Dictionary<nint, DiskFile> Open = [];
    private static delegate* unmanaged<Vfs*, byte*, nint*, int, int*, int> open;
    private static delegate* unmanaged<Vfs*, byte*, int, int> delete;
    private static readonly Dictionary<nint, nint> Watched = [];
    private static Methods original;
    private static Fate fate = null!;

    /// <summary>How often the log of a store has been synced.</summary>
    public static int LogSyncs { get; private set; }

    /// <summary>Steps between SQLite and the file system; once, before the first connection.</summary>
    public static void Watch(Fate given)
    {
        fate = given;
        SQLitePCL.Batteries_V2.Init();
        var vfs = Find(null);
        open = vfs->Open;
        delete = vfs->Delete;
        vfs->Open = &OnOpen;
        vfs->Delete = &OnDelete;
    }

    /// <summary>Leaves of all files what a disk would hold if the power failed now.</summary>
    public static void LoseUnsynced(Random chance)
    {
        // Never given back: nothing may be written any more.
        Gate.Enter();
        foreach (var file in Files.Values)
        {
            file.LoseUnsynced(chance);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    private static extern Vfs* Find(byte* name);

    [UnmanagedCallersOnly]
    private static int OnOpen(Vfs* vfs, byte* name, nint* file, int flags, int* given)
    {
        lock (Gate)
        {
            if (fate.At == Point.ReadOnly && (flags & ReadWrite) != 0)
            {
                return CannotOpen;
            }

            var path = Marshal.PtrToStringUTF8((nint)name);
            if (path is not null && !Files.ContainsKey(path))
            {
                // Before it is opened: closing a file gives up every lock of this process on it.
                Files.Add(path, new DiskFile(path));
            }

            var result = open(vfs, name, file, flags, given);
            if (result == Ok && path is not null)
            {
                Open[(nint)file] = Files[path];
                *file = WatchedMethods(*file);
            }

            return result;
        }
    }

    /// <summary>Files with and without locks have methods of their own; how they write is the same.</summary>
    private static nint WatchedMethods(nint of)
    {
        if (!Watched.TryGetValue(of, out var watched))
        {
            original = *(Methods*)of;
            var copy = (Methods*)NativeMemory.Alloc((nuint)sizeof(Methods));
            *copy = original;
            copy->Write = &OnWrite;
            copy->Truncate = &OnTruncate;
            copy->Sync = &OnSync;
            Watched.Add(of, watched = (nint)copy);
        }

        return watched;
    }

    [UnmanagedCallersOnly]
    private static int OnDelete(Vfs* vfs, byte* name, int syncFolder)
    {
        lock (Gate)
        {
            Files.Remove(Marshal.PtrToStringUTF8((nint)name)!);
            return delete(vfs, name, syncFolder);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnWrite(nint file, byte* data, int length, long offset)
    {
        lock (Gate)
        {
            if (fate.Lasts(Point.FullDisk))
            {
                return Full;
            }

            var target = Open[file];
            fate.Reach(target.IsLog ? Point.BeforeWrite : Point.Checkpoint);
            var bytes = new ReadOnlySpan<byte>(data, length).ToArray();
            if (target.IsLog && fate.Strikes(Point.TornWrite))
            {
                _ = original.Write(file, data, length / 2, offset);
                target.Write(offset, bytes[..(length / 2)]);
                fate.End();
            }

            target.Write(offset, bytes);
            return original.Write(file, data, length, offset);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnTruncate(nint file, long length)
    {
        lock (Gate)
        {
            Open[file].Truncate(length);
            return original.Truncate(file, length);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSync(nint file, int flags)
    {
        lock (Gate)
        {
            if (fate.Lasts(Point.FailedSync))
            {
                return SyncFailed;
            }

            var target = Open[file];
            if (target.IsLog)
            {
                fate.Reach(Point.BeforeSync);
            }

            var result = original.Sync(file, flags);
            if (result == Ok)
            {
                target.Sync();
            }

            if (target.IsLog)
            {
                LogSyncs++;
                fate.Reach(Point.AfterSync);
            }

            return result;
        }
    }

    /// <summary>The beginning of SQLite's <c>sqlite3_vfs</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version;
        public int FileSize;
        public int LongestPath;
        public nint Next;
        public nint Name;
        public nint Data;
        public delegate* unmanaged<Vfs*, byte*, nint*, int, int*, int> Open;
        public delegate* unmanaged<Vfs*, byte*, int, int> Delete;
    }

    /// <summary>SQLite's <c>sqlite3_io_methods</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public int Version;
        public nint Close;
        public nint Read;
        public delegate* unmanaged<nint, byte*, int, long, int> Write;
        public delegate* unmanaged<nint, long, int> Truncate;
        public delegate* unmanaged<nint, int, int> Sync;
        public fixed ulong Others[13];
    }
}
