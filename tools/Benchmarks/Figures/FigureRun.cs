namespace ProgramReview.Benchmarks.Figures;

/// <summary>What a process that folded figures had to tell.</summary>
/// <param name="Values">How many values the reports hold.</param>
/// <param name="Nodes">How many nodes were made.</param>
/// <param name="Seconds">How long it took to make and store all.</param>
/// <param name="ProcessorSeconds">What that cost the processor; the median of several.</param>
/// <param name="PeakBytes">The most memory that the process held at once.</param>
/// <param name="AllocatedBytes">What one run allocated.</param>
/// <param name="RecordBytes">How long all records are together.</param>
/// <param name="LargestRecordBytes">How long the longest is.</param>
/// <param name="Depth">How many nodes lie between a report and the root, both ends counted.</param>
/// <param name="ChangedMilliseconds">How long one changed report took from its leaf to the root; the median.</param>
/// <param name="SlowestChangedMilliseconds">How long the slowest took.</param>
/// <param name="ChangedOperations">The most operations of storage that a change took.</param>
/// <param name="ChangedReadBytes">What it read, on average.</param>
internal sealed record FigureRun(
    int Values,
    int Nodes,
    double Seconds,
    double ProcessorSeconds,
    long PeakBytes,
    long AllocatedBytes,
    long RecordBytes,
    long LargestRecordBytes,
    int Depth,
    double ChangedMilliseconds,
    double SlowestChangedMilliseconds,
    int ChangedOperations,
    long ChangedReadBytes
);
