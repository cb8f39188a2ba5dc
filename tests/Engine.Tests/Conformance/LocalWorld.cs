using System.Text;
using Microsoft.Extensions.Logging;
using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance;

/// <summary>The engine of this repository on a virtual clock. With <see cref="LocalHost"/> the only file that knows it.</summary>
internal sealed class LocalWorld(Keeping keeping) : IConformanceWorld
{
    private readonly List<LocalHost> _hosts = [];

    public TimeSpan Beat { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a case looked at what an instance asked for.</summary>
    public int Looks => _hosts.Sum(host => host.Looks);

    public Task<IConformanceHost> StartAsync(
        Action<DurableTaskRegistry> register,
        ILoggerProvider? logs = null
    )
    {
        var host = new LocalHost(register, logs, keeping);
        _hosts.Add(host);
        return Task.FromResult<IConformanceHost>(host);
    }

    /// <summary>All that was left behind: every instance with its history.</summary>
    public string Remains()
    {
        var text = new StringBuilder();
        foreach (var host in _hosts)
        {
            text.AppendLine(
                host.Remains
                    ?? throw new InvalidOperationException("The case left its host running.")
            );
        }

        return text.ToString();
    }
}
