using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ProgramReview.Local.Host.Azurite;

/// <summary>Remembers a child, so that the next host ends it if its own host could not.</summary>
internal sealed class LeftBehind(string path)
{
    // The start of a process is known to some milliseconds, and follows the wall clock when that is set.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>Remembers a child that has just been started.</summary>
    public void Remember(Process child) =>
        File.WriteAllText(
            path,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{child.Id} {child.StartTime.ToUniversalTime():O}"
            )
        );

    /// <summary>Ends the remembered child, unless its number is another process's by now.</summary>
    public void End()
    {
        if (
            !File.Exists(path)
            || File.ReadAllText(path).Split(' ') is not [var number, var start]
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var id)
            || !DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, out var began)
        )
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            if ((process.StartTime.ToUniversalTime() - began.UtcDateTime).Duration() < Tolerance)
            {
                process.Kill();
            }
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended, or it is not ours.
        }
    }
}
