namespace ProgramReview.Local.Engine.Running;

/// <summary>All instances, by id and by parent; the last generation of each.</summary>
internal sealed class InstanceTable
{
    private readonly Dictionary<string, Instance> _byId = [];
    private readonly Dictionary<string, HashSet<Instance>> _byParent = [];

    public IReadOnlyCollection<Instance> All => _byId.Values;

    public Instance? Find(string id) => _byId.GetValueOrDefault(id);

    public bool IsCurrent(Instance instance) => ReferenceEquals(Find(instance.Id), instance);

    /// <summary>The instances that one has called, in the order of their creation.</summary>
    public IReadOnlyList<Instance> ChildrenOf(string id) =>
        _byParent.TryGetValue(id, out var children)
            ? [.. children.OrderBy(child => child.Execution)]
            : [];

    /// <summary>Puts an instance in the place of whatever has its id.</summary>
    public void Put(Instance instance)
    {
        Remove(instance.Id);
        _byId.Add(instance.Id, instance);
        if (instance.Row.Parent is { InstanceId: var parent })
        {
            if (!_byParent.TryGetValue(parent, out var children))
            {
                _byParent.Add(parent, children = []);
            }

            children.Add(instance);
        }
    }

    public bool Remove(string id)
    {
        if (!_byId.Remove(id, out var instance))
        {
            return false;
        }

        if (
            instance.Row.Parent is { InstanceId: var parent }
            && _byParent.TryGetValue(parent, out var children)
            && children.Remove(instance)
            && children.Count == 0
        )
        {
            _byParent.Remove(parent);
        }

        return true;
    }
}
