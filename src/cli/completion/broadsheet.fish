# fish completion for broadsheet
function __broadsheet_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l program $typed[1]
  set -l words (string escape -- $typed[2..-1] "$current")
  for line in (eval "$program complete -- $words" 2>/dev/null)
    switch $line
      case .files
        __fish_complete_path "$current"
      case .folders
        __fish_complete_directories "$current" ''
      case '.*'
      case '*'
        echo $line
    end
  end
end
complete -c broadsheet -f -a '(__broadsheet_complete)'
